/** What is used of WebAssembly. The room's types have none, since it is no browser. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: unknown }
  Memory: new (size: { initial: number }) => Memory
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** Bytes in a page of WebAssembly's memory. */
export const PAGE = 2 ** 16
export const I32 = 0x7f
export const F32 = 0x7d

/** A function in WebAssembly's own code. */
export interface Assembled {
  readonly name: string
  readonly parameters: readonly number[]
  /** Locals and instructions, the last `end` included. All functions return an i32. */
  readonly code: readonly number[]
}

/**
 * Compiles functions over one memory. For the few loops that look at several numbers with one instruction, which JavaScript cannot;
 * assembled by hand, the text of each line beside it.
 * Source: WebAssembly Core Specification 2.0, chapter 5.
 */
export function compiled(functions: readonly Assembled[]): object {
  const count = functions.length
  return new WebAssembly.Module(
    Uint8Array.from([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic, version
      ...section(1, [count, ...functions.flatMap(typeOf)]),
      ...section(2, [1, ...ascii('own'), ...ascii('memory'), 2, 0, 1]), // import a memory
      ...section(3, [count, ...functions.keys()]),
      ...section(7, [count, ...functions.flatMap(({ name }, at) => [...ascii(name), 0, at])]),
      ...section(10, [count, ...functions.flatMap(({ code }) => [...length(code), ...code])])
    ])
  )
}

/** Returns what compiled functions are called by, over a memory. */
export function instantiated(module: object, memory: Memory): unknown {
  return new WebAssembly.Instance(module, { own: { memory } }).exports
}

export function newMemory(pages: number): Memory {
  return new WebAssembly.Memory({ initial: pages })
}

function typeOf({ parameters }: Assembled): number[] {
  return [0x60, parameters.length, ...parameters, 1, I32]
}

function ascii(text: string): number[] {
  return [text.length, ...Buffer.from(text)]
}

/** A length as the format writes it: seven bits to a byte. */
function length(of: readonly number[]): number[] {
  return of.length < 128 ? [of.length] : [(of.length & 127) | 128, of.length >> 7]
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...length(content), ...content]
}
