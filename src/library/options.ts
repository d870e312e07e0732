import type { Notices } from '../shared/contract'
import type { Settings } from '../shared/settings'
import type { SpawnDetector } from './detector/protocol'
import type { WalkOptions } from './folders'
import type { SpawnReader } from './reader/protocol'

/** The settings that the library itself obeys. */
export type LibrarySettings = Pick<Settings, 'ignore' | 'sizeLimitMb'>

const BYTES_PER_MB = 1 << 20

/** What a scan and a reader obey of the settings; `sizeLimit` in bytes. */
export const scanOptions = ({ ignore, sizeLimitMb }: LibrarySettings): WalkOptions => ({
  ignore,
  sizeLimit: sizeLimitMb * BYTES_PER_MB
})

/** What a library is given. */
export interface LibraryOptions {
  /** Folder of the catalog; null keeps everything in memory. */
  readonly dataDir: string | null
  readonly spawnReader: SpawnReader
  /** Starts what finds claims beside this thread; when absent they are found in it. */
  readonly spawnDetector?: SpawnDetector
  readonly notify: <K extends keyof Notices>(name: K, value: Notices[K]) => void
  readonly settings: LibrarySettings
  readonly now: () => Date
  /** Told of a bug that was survived. */
  readonly onBug: (error: unknown) => void
  /** Whether changes in the folders are followed while the library is open. */
  readonly watch: boolean
  /** Reader processes that work side by side; two when absent. */
  readonly readers?: number
}
