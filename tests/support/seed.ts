import fc from 'fast-check'

/** The gate draws the same examples each time, so that it says the same of the same code; runs by hand draw new ones. */
const GATE_SEED = 101

if (process.env['CI']) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: GATE_SEED })
