import { expect, test } from 'vitest';
import { z } from 'zod';
import { handleAction, handleLoader } from '~/web/action.server';
import { parseForm } from '~/web/forms.server';

const torn = () =>
  new Request('http://127.0.0.1/', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=----torn' },
    body: '------torn\r\nContent-Disposition: form-data; name="status"\r\n\r\nhalf',
  });

const read = (request: Request) => () => parseForm(request, z.object({ status: z.string().min(1) }));

test('a body that is no form is answered with a sentence by an action', async () => {
  const request = torn();
  expect(await handleAction(request, read(request))).toMatchObject({
    init: { status: 400 },
    data: { refusal: { code: 'form_malformed' } },
  });
});

test('and with a page where there is no form to go back to', async () => {
  await expect(handleLoader(read(torn()))).rejects.toMatchObject({ init: { status: 400 }, data: { code: 'form_malformed' } });
});
