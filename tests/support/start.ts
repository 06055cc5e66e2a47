/** Where the frozen clock stands when a database test begins: a Tuesday morning in Beijing. */
export const START = new Date('2026-03-10T09:00:00+08:00');
