package districtkg.limit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Memory that threads have allocated in total; released memory is not subtracted. */
final class ThreadAllocation {
    private static final java.lang.management.ThreadMXBean THREADS =
            ManagementFactory.getThreadMXBean();

    private ThreadAllocation() {}

    /** Allocated bytes; 0 if the virtual machine does not count them. */
    static long of(Thread thread) {
        return THREADS instanceof ThreadMXBean threads
                ? Math.max(0, threads.getThreadAllocatedBytes(thread.threadId()))
                : 0;
    }
}
