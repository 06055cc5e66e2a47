import http from 'node:http';
import type { Express } from 'express';

/** Listens, and can be drained: answers what it has begun, closes connections as they fall idle, takes no new ones. */
export async function listen(app: Express, port: number, host: string): Promise<{ http: http.Server; drain: () => Promise<void> }> {
  const server = http.createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000, requestTimeout: 120_000 }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  let draining = false;
  server.on('request', (_req, res) => {
    if (draining && !res.headersSent) res.setHeader('Connection', 'close');
  });
  return {
    http: server,
    drain: () =>
      new Promise((resolve) => {
        draining = true;
        server.close(() => resolve());
        server.closeIdleConnections();
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.once('close', () => clearInterval(sweep));
      }),
  };
}
