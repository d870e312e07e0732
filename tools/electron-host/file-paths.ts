import type { Session } from './cdp.ts'
import { ignore } from './chromium.ts'
import { PATH_QUESTION } from './page-scripts.ts'

interface Frame {
  readonly functionName: string
  readonly callFrameId: string
}

/** Answers `webUtils.getPathForFile`: the page stands still at a `debugger` statement until its `answer.path` is set. */
export async function answerPathQuestion(
  session: Session,
  frame: Frame | undefined
): Promise<void> {
  try {
    if (frame?.functionName === PATH_QUESTION) await setPath(session, frame.callFrameId)
  } finally {
    await session.send('Debugger.resume').catch(ignore)
  }
}

async function setPath(session: Session, callFrameId: string): Promise<void> {
  const file = await session.send('Debugger.evaluateOnCallFrame', {
    callFrameId,
    expression: 'file'
  })
  if (file.result.objectId === undefined) return
  const { path } = await session.send('DOM.getFileInfo', { objectId: file.result.objectId })
  await session.send('Debugger.evaluateOnCallFrame', {
    callFrameId,
    expression: `answer.path = ${JSON.stringify(path)}`
  })
}
