import type zh from './zh-CN';

/** Every namespace with its words as written in Chinese; English must answer each of them. */
export type Dictionary = typeof zh;
export type Namespace = keyof Dictionary;

/** The shape that another language must fill; it may add the singular of a counted phrase. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> } & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};

type KeyOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K extends `${infer Base}_other` ? Base : K}` : KeyOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** `namespace:path.to.word`, for words that are chosen at run time or outside a component. */
export type WordKey = { [N in Namespace]: `${N}:${KeyOf<Dictionary[N]>}` }[Namespace];

export type WordParams = Readonly<Record<string, string | number>>;
