import { describeFaults } from '../../testSupport/faults/describeFaults.ts'

describeFaults('what-the-parrot-said')
