import { describeFaults } from '../../testSupport/faults/describeFaults.ts'

describeFaults('lighthouse')
