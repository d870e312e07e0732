/*
 * Views and dialogs that come in after the first picture: a chunk of their own, all of whose functions are compiled while it loads
 * (electron.vite.config.ts), so that none waits for that when it is opened.
 */
export { default as Beside } from '../beside/Beside.svelte'
export { default as Claims } from '../claims/Claims.svelte'
export { default as Clusters } from '../claims/Clusters.svelte'
export { default as Numbers } from '../claims/Numbers.svelte'
export { default as Sources } from '../claims/Sources.svelte'
export { default as Threads } from '../claims/Threads.svelte'
export { default as Collate } from '../compare/Collate.svelte'
export { default as Compare } from '../compare/Compare.svelte'
export { default as Notes } from '../desk/Notes.svelte'
export { default as Problems } from '../library/Problems.svelte'
export { default as LibraryMap } from '../map/Map.svelte'
export { default as Reader } from '../reader/Reader.svelte'
export { default as Results } from '../search/Results.svelte'
export { default as Decisions } from '../settings/Decisions.svelte'
export { default as Help } from '../settings/Help.svelte'
export { default as Settings } from '../settings/Settings.svelte'
export { default as Dialogs } from './Dialogs.svelte'
export { default as SidePanel } from './SidePanel.svelte'
