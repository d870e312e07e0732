import { mount } from 'svelte'
import App from './App.svelte'
import './styles/layers.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/highlights.css'

mount(App, { target: document.body, props: { bridge: window.bridge } })
