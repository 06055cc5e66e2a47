import { formsOf, untouched } from './html-forms';
import type { HttpClient } from './http-client';

/** The enrol form of a class as a signed-in person sees it: where it goes and what an untouched one sends. */
export async function enrolForm(client: HttpClient, classId: string, cookie: string): Promise<{ action: string; body: string }> {
  const path = `/classes/${classId}`;
  const page = await client.ask({ path, headers: { Cookie: cookie } });
  const form = formsOf(page.body, path).find((each) => each.method === 'post' && each.action.startsWith(path));
  if (!form) throw new Error(`${path} shows no form to enrol with (status ${page.status})`);
  return { action: form.action, body: untouched(form).toString() };
}
