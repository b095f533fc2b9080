package districtkg.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.compaction.Compaction;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.XSD;

/**
 * The JSON-LD context, generated from the ontology. Terms of the ontology have their local name as
 * key, others a prefix. A property with a number, a date or a plain string has one value; a string
 * in several languages is a map by language; all others are lists. Immutable.
 */
public final class JsonLdContext {
    private static final Map<String, String> KEYWORDS =
            Map.of("id", "@id", "type", "@type", "reverse", "@reverse", "included", "@included");

    /** Strings in several languages, in other vocabularies. */
    private static final Map<String, Node> TEXTS =
            Map.of(
                    "label", RDFS.label.asNode(),
                    "comment", RDFS.comment.asNode(),
                    "definition", SKOS.definition.asNode(),
                    "skos:example", SKOS.example.asNode(),
                    "dcterms:title", DCTerms.title.asNode(),
                    "dcterms:description", DCTerms.description.asNode(),
                    "schema:text", SchemaDO.text.asNode());

    /** Prefixes of resources that are values, whose IRIs are written in full. */
    private static final Set<String> OF_THINGS = Set.of("sdg", "unit");

    /** The folder of all versions. */
    public static final String FOLDER = "/context/";

    private static final String CONTEXT = "@context";

    private static final Node SPELLING = SKOS.altLabel.asNode();

    /** Datatypes that JSON represents natively. */
    private static final Set<String> NATIVE =
            Set.of(XSD.xstring.getURI(), XSD.integer.getURI(), XSD.xboolean.getURI());

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonObject document;
    private final String version;
    private final ActiveContext active;

    /**
     * The context of an ontology.
     *
     * @param things a graph with the ontology
     * @param known prefixes, including those of vocabularies
     */
    public JsonLdContext(GraphReader things, PrefixMapping known) {
        Map<String, JsonValue> terms = terms(things);
        JsonObjectBuilder context =
                Json.createObjectBuilder()
                        .add("@version", new BigDecimal("1.1"))
                        .add("@vocab", Dkg.NS);
        new TreeMap<>(KEYWORDS).forEach(context::add);
        vocabularies(known)
                .filter(prefix -> !terms.containsKey(prefix))
                .forEach(prefix -> context.add(prefix, prefix(known.getNsPrefixURI(prefix))));
        terms.forEach(context::add);
        JsonObject defined = context.build();
        this.document = Json.createObjectBuilder().add(CONTEXT, defined).build();
        this.version = version(document.toString());
        this.active = active(defined);
    }

    /** The published document. */
    public String text() {
        return JsonText.pretty(document);
    }

    /**
     * A JSON-LD document with this context written into it, in place of its address on any server;
     * the same bytes if it does not name this context, or is not for a reader of JSON.
     */
    public byte[] inlined(byte[] text) {
        if (!readable(text)) {
            return text;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            if (!(reader.readValue() instanceof JsonObject object)) {
                return text;
            }
            JsonValue named = object.getOrDefault(CONTEXT, JsonValue.NULL);
            JsonValue written = inlined(named);
            return written.equals(named)
                    ? text
                    : Json.createObjectBuilder(object)
                            .add(CONTEXT, written)
                            .build()
                            .toString()
                            .getBytes(StandardCharsets.UTF_8);
        } catch (JsonException | StackOverflowError notJson) {
            return text; // the reader of JSON-LD says what is wrong, or that it nests too deeply
        }
    }

    /**
     * Whether it is JSON without a number or a nesting that takes very long to read: Java takes the
     * square of the length of a number. Jackson refuses these while it reads.
     */
    private static boolean readable(byte[] text) {
        try (JsonParser json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                // Each token is checked as it is read.
            }
            return true;
        } catch (IOException refused) {
            return false; // the reader of JSON-LD says what is wrong
        }
    }

    private JsonValue inlined(JsonValue named) {
        return switch (named) {
            case JsonArray several -> {
                JsonArrayBuilder all = Json.createArrayBuilder();
                several.forEach(one -> all.add(inlined(one)));
                yield all.build();
            }
            case JsonString address ->
                    address.getString().endsWith(path())
                            ? document.getJsonObject(CONTEXT)
                            : address;
            default -> named;
        };
    }

    /** Where servers publish this version: {@code /context/3f1c….jsonld}. */
    public String path() {
        return FOLDER + version + ".jsonld";
    }

    /** A digest of the content. */
    public String version() {
        return version;
    }

    /** Whether a key is defined with a container or type; others become lists. */
    boolean shapes(String key) {
        return active.containsTerm(key) && !key.equals("type");
    }

    /** Compacts an expanded node. */
    JsonObject compacted(JsonObject expanded) {
        try {
            return Compaction.with(active)
                    .compactArrays(true)
                    .ordered(true)
                    .compact(expanded)
                    .asJsonObject();
        } catch (JsonLdError ours) {
            throw new IllegalStateException("a node has no JSON-LD by our context", ours);
        }
    }

    private static Map<String, JsonValue> terms(GraphReader things) {
        Map<String, JsonValue> terms = new TreeMap<>();
        TEXTS.forEach((key, property) -> terms.put(key, term(property.getURI(), "@language")));
        terms.put("altLabel", term(SPELLING.getURI(), "@language", "@set"));
        Stream.of(OWL.ObjectProperty, OWL.AnnotationProperty, OWL.DatatypeProperty)
                .flatMap(kind -> things.all(kind.asNode()))
                .filter(property -> property.isURI() && property.getURI().startsWith(Dkg.NS))
                .forEach(
                        property ->
                                terms.put(
                                        property.getURI().substring(Dkg.NS.length()),
                                        ours(things, property)));
        return terms;
    }

    private static JsonObject ours(GraphReader things, Node property) {
        String iri = property.getURI();
        if (!things.is(property, OWL.DatatypeProperty.asNode())) {
            return things.is(property, OWL.ObjectProperty.asNode())
                    ? typed(iri, "@vocab", "@set")
                    : term(iri, "@set");
        }
        return things.value(property, RDFS.range.asNode())
                .map(Node::getURI)
                .map(
                        range ->
                                range.equals(RDF.langString.getURI())
                                        ? term(iri, "@language")
                                        : NATIVE.contains(range) ? term(iri) : typed(iri, range))
                .orElseGet(() -> term(iri));
    }

    private static JsonObject term(String iri, String... containers) {
        return build(iri, containers).build();
    }

    private static JsonObject typed(String iri, String type, String... containers) {
        return build(iri, containers).add("@type", type).build();
    }

    private static JsonObjectBuilder build(String iri, String... containers) {
        JsonObjectBuilder term = Json.createObjectBuilder().add("@id", iri);
        switch (containers.length) {
            case 0 -> {}
            case 1 -> term.add("@container", containers[0]);
            default -> term.add("@container", array(containers));
        }
        return term;
    }

    private static JsonArray array(String... texts) {
        return Json.createArrayBuilder(Set.of(texts).stream().sorted().toList()).build();
    }

    private static JsonObject prefix(String namespace) {
        return Json.createObjectBuilder().add("@id", namespace).add("@prefix", true).build();
    }

    /**
     * The prefixes of vocabularies, in order; those of the project's own things and terms are not
     * needed.
     */
    private static Stream<String> vocabularies(PrefixMapping known) {
        return known.getNsPrefixMap().entrySet().stream()
                .filter(one -> !one.getValue().startsWith(Dkg.ROOT))
                .map(Map.Entry::getKey)
                .filter(prefix -> !OF_THINGS.contains(prefix))
                .sorted();
    }

    private static ActiveContext active(JsonObject context) {
        try {
            ActiveContext active =
                    new ActiveContext(null, null, ProcessingRuntime.of(new JsonLdOptions()))
                            .newContext()
                            .create(context, null);
            active.createInverseContext(); // not safe for concurrent first use
            return active;
        } catch (JsonLdError ours) {
            throw new IllegalStateException("the ontology gives no context", ours);
        }
    }

    private static String version(String text) {
        return DigestUtils.sha256Hex(text).substring(0, 12);
    }
}
