import type { Failure } from '../../../../shared/failure'
import { failureOf } from '../api'
import { failureMessage } from '../messages'
import type { Message } from '../messages'

/** The failure that the bar below the top shows, until it is put away. */
export class Trouble {
  message = $state.raw<Message>()
  /** What a report of the trouble needs beside the sentence. */
  details = $state('')

  /** Runs a task and shows what went wrong; answers whether it went well. */
  async guard(task: () => Promise<unknown>): Promise<boolean> {
    try {
      await task()
      return true
    } catch (error) {
      const failure = failureOf(error)
      if (failure.code !== 'cancelled') {
        this.message = failureMessage(failure)
        this.details = JSON.stringify(failure)
      }
      return false
    }
  }

  /** Work in the background failed; reading files stops then, but for the copy of notes, which others don't wait for. */
  stopped(failure: Failure): void {
    this.details = JSON.stringify(failure)
    if (failure.code === 'copy-not-kept') {
      this.message = failureMessage(failure)
      return
    }
    this.message = {
      text: `Reading files has stopped. ${failureMessage(failure).text}`,
      action: { label: 'Read the folders again', command: 'rescan' }
    }
  }

  dismiss(): void {
    this.message = undefined
  }
}
