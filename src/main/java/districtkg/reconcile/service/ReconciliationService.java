package districtkg.reconcile.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import districtkg.entity.Descriptions;
import districtkg.graph.GraphReader;
import districtkg.http.HttpAnswer;
import districtkg.http.Paths;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.reconcile.ReconciliationIndex;
import districtkg.response.ProblemResponses;
import districtkg.vocab.Dkg;
import districtkg.web.PageHandler;
import districtkg.web.PageRequest;
import districtkg.web.Templates;
import districtkg.web.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * {@code /reconcile} and what is below it: the manifest, batches of names, suggestions, previews
 * and values of properties. Identifiers are the ends of IRIs: {@code id/440303}, {@code
 * vocab/gdp-growth}. Thread-safe.
 */
public final class ReconciliationService implements PageHandler {
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String SUGGEST = Paths.RECONCILE + "/suggest/";
    private static final String PREVIEW = Paths.RECONCILE + "/preview";
    private static final String PROPERTIES = Paths.RECONCILE + "/properties";
    private static final int WIDTH = 420;
    private static final int HEIGHT = 260;

    private final GraphReader things;
    private final ReconciliationBatch batches;
    private final ReconciliationSuggestions suggestions;
    private final DataExtension extension;

    /** The service on a graph. */
    public ReconciliationService(GraphReader things) {
        ReconciliationIndex index = new ReconciliationIndex(things);
        this.things = things;
        this.batches = new ReconciliationBatch(things, index);
        this.suggestions = new ReconciliationSuggestions(things, index);
        this.extension = new DataExtension(things, index.properties());
    }

    /** Answers a request, whose parameters may be those of a form. */
    @Override
    public HttpAnswer answer(PageRequest request, View view) {
        try {
            String path = request.path();
            if (path.equals(PREVIEW)) {
                return preview(request, view);
            }
            return json(
                    path.startsWith(SUGGEST)
                            ? suggestions.of(path.substring(SUGGEST.length()), request)
                            : path.equals(PROPERTIES)
                                    ? extension.proposed(request)
                                    : whole(path, request));
        } catch (Refusal refused) {
            return ProblemResponses.of(refused, request, view, List.of());
        }
    }

    private JsonNode whole(String path, PageRequest request) {
        if (!path.equals(Paths.RECONCILE)) {
            throw Refusal.of(
                    Reason.NOT_FOUND, "Addresses of the service are in its manifest, /reconcile");
        }
        String queries = request.parameter("queries");
        String extend = request.parameter("extend");
        return !queries.isEmpty()
                ? batches.answer(read(queries, "queries"), request.language())
                : !extend.isEmpty()
                        ? extension.answer(read(extend, "extend"), request.language())
                        : manifest(request);
    }

    private static JsonNode read(String text, String parameter) {
        try {
            JsonNode read = MAPPER.readTree(text);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException faulty) {
            throw wrong("'%s' is no JSON: %s".formatted(parameter, faulty.getOriginalMessage()));
        }
        throw wrong("'%s' is no JSON object".formatted(parameter));
    }

    static Refusal wrong(String detail) {
        return Refusal.of(Reason.BAD_REQUEST, detail);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The identifier of a thing. */
    static String id(Node thing) {
        return thing.getURI().startsWith(Dkg.ROOT)
                ? thing.getURI().substring(Dkg.ROOT.length())
                : thing.getURI();
    }

    /** The thing of an identifier; a code alone is one of a thing. */
    static Node thing(String id) {
        return Dkg.iri(
                id.startsWith(Dkg.ROOT) ? id : Dkg.ROOT + (id.contains("/") ? id : "id/" + id));
    }

    private JsonNode manifest(PageRequest request) {
        String origin = request.origin();
        ObjectNode manifest = object();
        manifest.putArray("versions").add("0.1").add("0.2");
        manifest.put("name", "DistrictKG");
        manifest.put("identifierSpace", Dkg.ROOT);
        manifest.put("schemaSpace", Dkg.NS);
        manifest.put("documentation", origin + "/about");
        manifest.putObject("view").put("url", origin + "/{{id}}");
        suggestions
                .defaultTypes(request.language())
                .forEach(manifest.withArray("defaultTypes")::add);
        ObjectNode suggest = manifest.putObject("suggest");
        for (String sort : List.of("entity", "type", "property")) {
            suggest.putObject(sort).put("service_url", origin).put("service_path", SUGGEST + sort);
        }
        manifest.putObject("preview")
                .put("url", origin + PREVIEW + "?id={{id}}")
                .put("width", WIDTH)
                .put("height", HEIGHT);
        ObjectNode extend = manifest.putObject("extend");
        extend.putObject("propose_properties")
                .put("service_url", origin)
                .put("service_path", PROPERTIES);
        extend.putArray("property_settings");
        return manifest;
    }

    private HttpAnswer preview(PageRequest request, View view) {
        Node thing = thing(request.parameter("id"));
        if (!things.knows(thing)) {
            throw Refusal.of(Reason.NOT_FOUND, "There is no '%s'".formatted(id(thing)));
        }
        return Templates.frame(
                "preview",
                view,
                Map.of("one", new Descriptions(things, request.language()).of(thing)));
    }

    private static HttpAnswer json(JsonNode answer) {
        return HttpAnswer.bytes(JSON, answer.toString().getBytes(StandardCharsets.UTF_8));
    }
}
