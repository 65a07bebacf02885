/** A promise that a test settles when it likes. */
export type Later<T> = { promise: Promise<T>; resolve: (value: T) => void };

export function later<T>(): Later<T> {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
