package districtkg.limit;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Raises an alarm when little memory is free after a garbage collection. A minor collection leaves
 * garbage and proves nothing: if it leaves little space, a full collection is requested, and its
 * result decides.
 */
final class MemoryMonitor implements AutoCloseable {
    private static final long BETWEEN_FULL = TimeUnit.SECONDS.toNanos(2);
    private static final long BETWEEN_FULL_WHEN_SCARCE = TimeUnit.MILLISECONDS.toNanos(250);

    /** Percentage of the heap above which almost nothing is free. */
    private static final int SCARCE = 92;

    private final int percent;
    private final Runnable alarm;
    private final Runnable lastAlarm;
    private final NotificationListener listener = (notice, nothing) -> read(notice);
    private final List<NotificationEmitter> collectors = new ArrayList<>();
    private final AtomicLong lastFull = new AtomicLong(System.nanoTime() - BETWEEN_FULL);

    /**
     * @param percent percentage of the heap that may be in use
     * @param alarm run by a thread of the virtual machine after each full collection that leaves
     *     more in use
     * @param lastAlarm run instead when almost nothing is free
     */
    MemoryMonitor(int percent, Runnable alarm, Runnable lastAlarm) {
        this.percent = percent;
        this.alarm = alarm;
        this.lastAlarm = lastAlarm;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                collectors.add(emitter);
            }
        }
    }

    @Override
    public synchronized void close() {
        for (NotificationEmitter collector : collectors) {
            try {
                collector.removeNotificationListener(listener);
            } catch (ListenerNotFoundException gone) {
                throw new IllegalStateException("a listener removed itself", gone);
            }
        }
        collectors.clear();
    }

    private void read(Notification notice) {
        if (notice.getUserData() instanceof CompositeData data
                && notice.getType()
                        .equals(
                                GarbageCollectionNotificationInfo
                                        .GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo told = GarbageCollectionNotificationInfo.from(data);
            long used = used(told.getGcInfo().getMemoryUsageAfterGc());
            collected(
                    used, Runtime.getRuntime().maxMemory(), !told.getGcAction().contains("minor"));
        }
    }

    /** Handles the result of a collection, in bytes in use. */
    void collected(long used, long heap, boolean full) {
        boolean scarce = used > heap / 100 * SCARCE;
        if (used <= heap / 100 * percent) {
            return;
        }
        if (!full) {
            askForFull(scarce ? BETWEEN_FULL_WHEN_SCARCE : BETWEEN_FULL);
        } else if (scarce) {
            lastAlarm.run();
        } else {
            alarm.run();
        }
    }

    private void askForFull(long between) {
        long now = System.nanoTime();
        long last = lastFull.get();
        if (now - last >= between && lastFull.compareAndSet(last, now)) {
            System.gc();
        }
    }

    private static long used(Map<String, MemoryUsage> pools) {
        long used = 0;
        for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
            String name = pool.getKey();
            if (!name.contains("Metaspace") && !name.contains("Code") && !name.contains("Class")) {
                used += pool.getValue().getUsed();
            }
        }
        return used;
    }
}
