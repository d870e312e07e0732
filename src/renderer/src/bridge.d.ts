import type { Bridge } from '../../shared/contract'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly bridge: Bridge
  }
}
