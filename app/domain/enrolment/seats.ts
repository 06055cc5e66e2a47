export interface Waiting {
  id: string;
  queuePlace: number;
}

/** Those who get the free seats, in the order of the queue. Nobody is passed over. */
export const seatsToOffer = <T extends Waiting>(capacity: number, held: number, queue: readonly T[]): T[] =>
  [...queue].sort((a, b) => a.queuePlace - b.queuePlace).slice(0, Math.max(0, capacity - held));

/** A newcomer takes a seat only when one is free and nobody waits for it. */
export const newcomerTakesSeat = (capacity: number, held: number, waiting: number): boolean => waiting === 0 && held < capacity;

/** How many stand before a place in the queue, plus one: what the trainee is shown. */
export const positionInQueue = (queuePlace: number, waitingPlaces: readonly number[]): number =>
  waitingPlaces.filter((place) => place < queuePlace).length + 1;

/** Capacity never falls below the seats that are held. */
export const mayChangeCapacity = (capacity: number, held: number): boolean =>
  Number.isInteger(capacity) && capacity >= 1 && capacity >= held;
