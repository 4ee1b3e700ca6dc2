import { describeSearchEngine } from '../testing/describe-search-engine.ts'
import { openEmbeddedEngine } from './embedded-engine.ts'

describeSearchEngine('the embedded engine', async () => openEmbeddedEngine({ folder: null }))
