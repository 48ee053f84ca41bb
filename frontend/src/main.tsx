import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './App.tsx'
import { createStore } from './store.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root to show the app in.')

createRoot(root).render(
  <StrictMode>
    <App store={createStore()} />
  </StrictMode>,
)
