// Free ports on this machine. Node built-ins only.
import net from 'node:net';

/**
 * Listens for a moment: the port's number, or undefined where something else is there.
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<number | undefined>}
 */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const address = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(address.port));
    });
  });
}

/** Any free port of this machine. */
export const anyPort = async (host = '127.0.0.1') => /** @type {number} */ (await tryPort(0, host));

/**
 * The port that was asked for, or from 3000 on the first that is free; undefined where the one asked for is taken.
 * @param {string | undefined} wanted
 * @param {string} host
 */
export async function webPort(wanted, host) {
  if (wanted) return tryPort(Number(wanted), host);
  for (let port = 3000; port < 3100; port++) if (await tryPort(port, host)) return port;
  return anyPort(host);
}
