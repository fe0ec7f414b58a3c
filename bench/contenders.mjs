// What is measured, in the order of the tables and of each round.

import { asScriptTag, inContent, inPage, withPreloads } from './pages/handbill.mjs'
import { staticPage } from './pages/static.mjs'
import { vanillaPage } from './pages/vanilla.mjs'

export const CONTENDERS = [staticPage, vanillaPage, inContent, inPage, withPreloads, asScriptTag]
