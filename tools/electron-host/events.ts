/** An event whose default action a listener may prevent. */
export interface HostEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

export function makeEvent<T extends object>(details?: T): HostEvent & T {
  const event: HostEvent = {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    }
  }
  return Object.assign(event, details)
}
