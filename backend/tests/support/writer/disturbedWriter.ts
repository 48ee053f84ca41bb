/** The thread that writes, disturbed. */
import './disturb.ts'
import '../../../src/db/sqlite/writerWorker.ts'
