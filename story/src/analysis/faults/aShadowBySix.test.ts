import { describeFaults } from '../../testSupport/faults/describeFaults.ts'

describeFaults('a-shadow-by-six')
