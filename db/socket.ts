import net from 'node:net';

interface Address {
  host: string[];
  port: number[];
  path?: string | false;
}

let attempts = 0;

/**
 * The connection that postgres.js is given. Left to itself, version 3.4.9 rolls a broken transaction back on a socket that
 * is gone and ends the whole process with it (porsager/postgres issue 1208). So the end is told in two steps: as an error,
 * after which whoever waits may still write in vain, and when that is over as the end.
 */
export function steadySocket({ host, port, path }: Address): net.Socket {
  attempts += 1;
  const at = attempts % port.length;
  const socket = path ? net.connect(path) : net.connect(port[at] ?? 5432, host[at]);
  const emit = socket.emit.bind(socket);
  const giveUp = () => emit('error', Object.assign(new Error('the database closed the connection'), { code: 'CONNECTION_CLOSED' }));
  socket.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    if (event !== 'close' || socket.listenerCount('close') === 0) return emit(event, ...args);
    giveUp();
    setImmediate(() => {
      giveUp();
      setImmediate(() => {
        giveUp();
        emit('close', ...args);
      });
    });
    return true;
  };
  return socket;
}

/** Seconds until a lost connection is tried again: soon, for a database that was restarted is back within moments. */
export const soonAgain = (failures: number): number => Math.min(0.05 * 2 ** failures, 1) * (0.5 + Math.random() / 2);
