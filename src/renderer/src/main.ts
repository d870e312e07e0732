import { mount } from 'svelte'
import App from './App.svelte'
import { apiOver } from './lib/api'
import { openKept } from './lib/state/kept'
import './styles/layers.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/highlights.css'

const { bridge } = window
// The window is laid out as it was left, so it waits for what was kept; when that can't be had it is laid out afresh.
await openKept(apiOver(bridge)).catch(() => undefined)
mount(App, { target: document.body, props: { bridge } })
