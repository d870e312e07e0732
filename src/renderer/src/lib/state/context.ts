import { createContext } from 'svelte'
import type { Desk } from './desk.svelte'

const [read, write] = createContext<Desk>()

/** The state of the window, for views. Parts in `ui/` never ask for it. */
export const useDesk = read

/** Called once, by `App.svelte`. */
export const provideDesk = write
