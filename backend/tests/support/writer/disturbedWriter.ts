/** The thread that writes, with disturbances. */
import './disturb.ts'
import '../../../src/db/sqlite/writerWorker.ts'
