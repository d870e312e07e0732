#!/usr/bin/env node
// Stands where the electron executable would: bin.ts APP_FOLDER [ARGUMENTS]. Needs Node 24.
import { runApp } from './host.ts'

runApp(process.argv[2] ?? '.').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
