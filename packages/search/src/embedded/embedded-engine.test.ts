import { thoroughness } from '@hansa/domain/testing'
import { describeSearchEngine } from '../testing/describe-search-engine.ts'
import { openEmbeddedEngine } from './embedded-engine.ts'

const share = 0.5 * thoroughness

describeSearchEngine('the embedded engine', async () => openEmbeddedEngine({ folder: null }), share)
