/** Random cases: other ones on every run here, the same ones under CI, so that what fails there can be run again. */
import fc from 'fast-check'

if (import.meta.env['CI']) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_123 })
