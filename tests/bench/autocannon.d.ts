/** The part that the bench uses; the package brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string;
    headers: Record<string, string>;
    connections: number;
    /** Seconds. */
    duration: number;
    /** Seconds. */
    timeout: number;
  }
  interface Run extends Promise<{ errors: number }> {
    on(event: 'response', hear: (client: unknown, status: number, bytes: number, ms: number) => void): void;
  }
  export default function autocannon(options: Options): Run;
}
