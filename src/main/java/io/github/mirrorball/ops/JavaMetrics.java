package io.github.mirrorball.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Function;

/** What an operator asks first of any Java process. */
final class JavaMetrics {

    private static final double MILLIS = 1000;

    private JavaMetrics() {}

    static void addTo(MeterRegistry registry) {
        registerMemory(registry, "heap", MemoryMXBean::getHeapMemoryUsage);
        registerMemory(registry, "other", MemoryMXBean::getNonHeapMemoryUsage);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Gauge.builder("jvm.threads", threads, ThreadMXBean::getThreadCount)
                .description("Threads that live")
                .register(registry);
        FunctionCounter.builder("jvm.gc", ManagementFactory.getGarbageCollectorMXBeans(), JavaMetrics::collecting)
                .description("Time spent collecting garbage")
                .baseUnit("seconds")
                .register(registry);
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        Gauge.builder("process.start.time", runtime, started -> started.getStartTime() / MILLIS)
                .description("When the process was started, in seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    private static void registerMemory(MeterRegistry registry, String area, Function<MemoryMXBean, MemoryUsage> usage) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        Gauge.builder("jvm.memory.used", memory, bean -> usage.apply(bean).getUsed())
                .description("Memory in use")
                .tag("area", area)
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("jvm.memory.max", memory, bean -> usage.apply(bean).getMax())
                .description("Memory that may be used; -1 where nothing limits it")
                .tag("area", area)
                .baseUnit("bytes")
                .register(registry);
    }

    private static double collecting(List<GarbageCollectorMXBean> collectors) {
        return collectors.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .filter(time -> time > 0)
                        .sum()
                / MILLIS;
    }
}
