package districtkg.limit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory threads have taken, in all; what was given back is not subtracted. */
final class ThreadAllocation {
    private static final java.lang.management.ThreadMXBean THREADS =
            ManagementFactory.getThreadMXBean();

    private ThreadAllocation() {}

    /** In bytes; 0 where the virtual machine does not count. */
    static long of(Thread thread) {
        return THREADS instanceof ThreadMXBean threads
                ? Math.max(0, threads.getThreadAllocatedBytes(thread.threadId()))
                : 0;
    }
}
