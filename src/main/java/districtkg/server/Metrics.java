package districtkg.server;

import districtkg.edition.Edition;
import districtkg.problem.Reason;
import districtkg.response.RefusalPage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Counters and timers for Prometheus. No label has more than a few dozen values. */
final class Metrics implements RequestLog, AutoCloseable {
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private volatile Served served = Served.NOTHING;
    private final MultiGauge version =
            MultiGauge.builder("districtkg.edition.info")
                    .description("1 for the edition that is served")
                    .register(registry);

    /** Meters that have been looked up: a lookup in the registry takes longer than some answers. */
    private final Map<Answered, Timer> answered = new ConcurrentHashMap<>();

    private final Map<RequestRoute, Counter> sent = new ConcurrentHashMap<>();

    private record Answered(RequestRoute route, int status) {}

    private record Served(long triples, Duration loading) {
        static final Served NOTHING = new Served(0, Duration.ZERO);
    }

    Metrics() {
        collections.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("districtkg.edition.triples", this, all -> all.served.triples())
                .description("triples of the edition that is served")
                .register(registry);
        Gauge.builder(
                        "districtkg.edition.load.seconds",
                        this,
                        all -> all.served.loading().toMillis() / 1000.0)
                .description("how long the edition that is served took to load")
                .register(registry);
    }

    /** The registry, for parts of the server that have meters of their own. */
    MeterRegistry registry() {
        return registry;
    }

    /** Sets the source of the number of running requests. */
    void running(LongSupplier requests) {
        Gauge.builder("districtkg.requests.running", requests, LongSupplier::getAsLong)
                .description("requests that are being answered")
                .strongReference(true)
                .register(registry);
    }

    void serves(Edition edition, Duration loading) {
        served = new Served(edition.data().getDefaultGraph().size(), loading);
        version.register(
                List.of(MultiGauge.Row.of(Tags.of("version", edition.version()), () -> 1)), true);
        registry.counter("districtkg.editions").increment();
    }

    @Override
    public void log(Request request, Response response) {
        RequestRoute route = RequestRoute.of(request);
        answered.computeIfAbsent(new Answered(route, response.getStatus()), this::timer)
                .record(NanoTime.since(request.getBeginNanoTime()), TimeUnit.NANOSECONDS);
        sent.computeIfAbsent(route, this::bytes)
                .increment((double) Response.getContentBytesWritten(response));
        if (request.getAttribute(RefusalPage.REASON) instanceof Reason reason) {
            registry.counter("districtkg.refusals", "reason", reason.code()).increment();
        }
    }

    private Timer timer(Answered requests) {
        return Timer.builder("districtkg.requests")
                .description("requests, by what they are for and how they were answered")
                .serviceLevelObjectives(STEPS)
                .tags(
                        "route",
                        requests.route().label(),
                        "status",
                        Integer.toString(requests.status()))
                .register(registry);
    }

    private Counter bytes(RequestRoute route) {
        return registry.counter("districtkg.sent.bytes", "route", route.label());
    }

    /** All metrics in the text format of Prometheus. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
