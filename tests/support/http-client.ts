import http from 'node:http';

export interface Answer {
  status: number;
  location: string | undefined;
  requestId: string;
  body: string;
  ms: number;
}
interface Question {
  method?: string;
  /** Sent as it stands: fetch would mend it first. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const FORM = 'application/x-www-form-urlencoded';

/** Keep-alive connections to one server, without following redirects. */
export function httpClient(origin: string, connections = 32) {
  const { port } = new URL(origin);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return {
    ask({ method = 'GET', path, headers = {}, body }: Question): Promise<Answer> {
      const from = performance.now();
      const sized = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      return new Promise((resolve, reject) => {
        const options = { agent, host: '127.0.0.1', port, path, method, headers: { ...sized, ...headers }, timeout: 60_000 };
        const request = http.request(options, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location,
              requestId: String(response.headers['x-request-id']),
              body: Buffer.concat(parts).toString(),
              ms: performance.now() - from,
            }),
          );
        });
        request.on('timeout', () => request.destroy(new Error(`no answer to ${method} ${path} within a minute`)));
        request.on('error', reject).end(body);
      });
    },
    post(path: string, form: URLSearchParams | string, headers: Record<string, string> = {}) {
      return this.ask({ method: 'POST', path, headers: { 'Content-Type': FORM, ...headers }, body: form.toString() });
    },
    close: () => agent.destroy(),
  };
}
export type HttpClient = ReturnType<typeof httpClient>;

/** Does every task, so many at a time, in order. */
export async function atOnce<Task, Result>(
  tasks: readonly Task[],
  concurrency: number,
  run: (task: Task, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const take = async () => {
    for (let index = next++; index < tasks.length; index = next++) results[index] = await run(tasks[index] as Task, index);
  };
  await Promise.all(Array.from({ length: concurrency }, take));
  return results;
}
