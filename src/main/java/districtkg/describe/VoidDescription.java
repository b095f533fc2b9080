package districtkg.describe;

import static districtkg.describe.DatasetTerms.DATASET;
import static districtkg.describe.DatasetTerms.SPARQL;
import static districtkg.describe.DatasetTerms.dcat;
import static districtkg.describe.DatasetTerms.part;
import static districtkg.describe.DatasetTerms.sd;
import static districtkg.describe.DatasetTerms.voidExt;

import districtkg.describe.TripleStatistics.Pattern;
import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * The VoID description of the data set. It includes its own triples in the counts: it is generated
 * repeatedly until the numbers do not change.
 */
public final class VoidDescription {
    /** ARQ's name of the default graph, for clients that read descriptions of named graphs. */
    private static final Node DEFAULT_GRAPH = Dkg.iri("urn:x-arq:DefaultGraph");

    private final ShortNames names;
    private final String version;
    private final Map<Node, Integer> sizes;

    private VoidDescription(PrefixMapping prefixes, String version, Map<Node, Integer> sizes) {
        this.names = new ShortNames(prefixes);
        this.version = version;
        this.sizes = new TreeMap<>(GraphReader.BY_TEXT);
        this.sizes.putAll(sizes);
    }

    /**
     * The description of a data set.
     *
     * @param data all graphs except the description
     * @param prefixes for readable names
     * @param version fingerprint of the data, appended to the version number of the catalogue
     */
    public static Stream<Triple> of(DatasetGraph data, PrefixMapping prefixes, String version) {
        return settled(data, prefixes, version, DatasetStatistics.of(data.getDefaultGraph()))
                .description();
    }

    /**
     * Statistics with the description of a data set.
     *
     * @param data all graphs; an earlier description is ignored
     * @param prefixes for readable names
     * @param version fingerprint of the data, appended to the version number of the catalogue
     * @param statistics of the data, without or with an earlier description
     */
    public static DatasetStatistics settled(
            DatasetGraph data,
            PrefixMapping prefixes,
            String version,
            DatasetStatistics statistics) {
        Graph all = data.getDefaultGraph();
        String number = new GraphReader(all).text(DATASET, OWL2.versionInfo.asNode());
        String whole = number.isEmpty() ? version : number + "-" + version;
        VoidDescription description = new VoidDescription(prefixes, whole, sizes(data));
        return statistics.settled(all, description::written);
    }

    private Set<Triple> written(TripleStatistics counts, int size) {
        sizes.put(Dkg.VOID, size);
        return new Writing(counts).triples();
    }

    private static Map<Node, Integer> sizes(DatasetGraph data) {
        Map<Node, Integer> sizes = new HashMap<>();
        data.listGraphNodes().forEachRemaining(name -> sizes.put(name, data.getGraph(name).size()));
        return sizes;
    }

    /** Whether a triple that is not affected by the description matches a pattern. */
    static boolean isCounted(Graph data, Triple pattern) {
        return !isDescribed(pattern)
                && data.stream(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                        .anyMatch(triple -> !isDescribed(triple));
    }

    /** Whether a triple can be affected by the description. */
    static boolean isDescribed(Triple triple) {
        return isDescribed(triple.getSubject()) || isDescribed(triple.getObject());
    }

    private static boolean isDescribed(Node node) {
        return node.isURI()
                && (node.getURI().startsWith(DATASET.getURI())
                        || node.getURI().startsWith(SPARQL.getURI())
                        || node.getURI().startsWith(Dkg.GRAPH));
    }

    /** One description, from one count. */
    private final class Writing {
        private final Set<Triple> written = new HashSet<>();
        private final TripleStatistics census;

        private Writing(TripleStatistics census) {
            this.census = census;
        }

        private Set<Triple> triples() {
            identity();
            totals();
            graphs();
            vocabularies();
            classes();
            properties();
            links();
            return written;
        }

        private void identity() {
            Node edition = Dkg.iri(DATASET.getURI() + "/" + version);
            Node named = Dkg.iri(SPARQL.getURI() + "#default");
            Node dataset = Dkg.iri(SPARQL.getURI() + "#dataset");
            add(DATASET, RDF.type.asNode(), VOID.Dataset.asNode());
            add(DATASET, dcat("version"), NodeFactory.createLiteralString(version));
            add(DATASET, dcat("hasCurrentVersion"), edition);
            add(edition, dcat("isVersionOf"), DATASET);
            add(DATASET, VOID.sparqlEndpoint.asNode(), SPARQL);
            add(SPARQL, RDF.type.asNode(), sd("Service"));
            add(SPARQL, sd("endpoint"), SPARQL);
            add(SPARQL, sd("defaultDataset"), dataset);
            add(dataset, RDF.type.asNode(), sd("Dataset"));
            add(dataset, sd("defaultGraph"), DATASET);
            add(dataset, sd("namedGraph"), named);
            add(named, RDF.type.asNode(), sd("NamedGraph"));
            add(named, sd("name"), DEFAULT_GRAPH);
            add(named, sd("graph"), DATASET);
        }

        private void totals() {
            figure(DATASET, VOID.triples, census.triples());
            figure(DATASET, VOID.entities, census.entities());
            figure(DATASET, VOID.properties, census.properties().size());
            figure(DATASET, VOID.distinctSubjects, census.subjects());
            figure(DATASET, VOID.documents, of(Dkg.DOCUMENT));
            // its own datatype makes it one more object, whatever its value
            add(
                    DATASET,
                    VOID.distinctObjects.asNode(),
                    NodeFactory.createLiteralDT(
                            Long.toString(census.objects()), XSDDatatype.XSDnonNegativeInteger));
        }

        private void graphs() {
            sizes.forEach(
                    (name, size) -> {
                        add(DATASET, VOID.subset.asNode(), name);
                        add(name, RDF.type.asNode(), VOID.Dataset.asNode());
                        figure(name, VOID.triples, size);
                    });
        }

        private void vocabularies() {
            Stream.concat(census.properties().stream(), census.classes().stream())
                    .map(term -> term.toString().replaceFirst("[^/#]*$", ""))
                    .distinct()
                    .forEach(space -> add(DATASET, VOID.vocabulary.asNode(), Dkg.iri(space)));
        }

        private void classes() {
            figure(DATASET, VOID.classes, census.classes().size());
            for (Node one : census.classes()) {
                Node partition = part(names.of(one));
                add(DATASET, VOID.classPartition.asNode(), partition);
                add(partition, VOID._class.asNode(), one);
                figure(partition, VOID.entities, of(one));
            }
            Map<Node, Long> triples = new HashMap<>();
            census.patterns()
                    .forEach(
                            (pattern, many) -> {
                                for (Node one : pattern.subject().classes()) {
                                    of(one, pattern, many, triples);
                                }
                            });
            triples.forEach((partition, many) -> figure(partition, VOID.triples, many));
        }

        /** Describes the property partition of a class, with the kinds of its objects. */
        private void of(Node one, Pattern pattern, long many, Map<Node, Long> triples) {
            Node ofClass = part(names.of(one));
            Node said = within(ofClass, pattern.property());
            add(ofClass, VOID.propertyPartition.asNode(), said);
            add(said, VOID.property.asNode(), pattern.property());
            triples.merge(said, many, Long::sum);
            for (Node object : pattern.object().classes()) {
                Node to = within(said, object);
                add(said, VOID.classPartition.asNode(), to);
                add(to, VOID._class.asNode(), object);
                triples.merge(to, many, Long::sum);
            }
            pattern.object()
                    .datatype()
                    .ifPresent(
                            datatype -> {
                                Node to = within(said, datatype);
                                add(said, voidExt("datatypePartition"), to);
                                add(to, voidExt("datatype"), datatype);
                                triples.merge(to, many, Long::sum);
                            });
        }

        private void properties() {
            Map<Node, Long> triples = new HashMap<>();
            census.patterns()
                    .forEach((pattern, many) -> triples.merge(pattern.property(), many, Long::sum));
            triples.forEach(
                    (property, many) -> {
                        Node partition = part(names.of(property));
                        add(DATASET, VOID.propertyPartition.asNode(), partition);
                        add(partition, VOID.property.asNode(), property);
                        figure(partition, VOID.triples, many);
                        figure(partition, VOID.distinctSubjects, census.subjectsOf(property));
                        // the number of distinct values of these figures would be one of them
                        if (!property.equals(VOID.distinctObjects.asNode())) {
                            figure(partition, VOID.distinctObjects, census.objectsOf(property));
                        }
                    });
        }

        private void links() {
            census.links()
                    .forEach(
                            (link, many) -> {
                                String host = URI.create(link.space()).getHost();
                                Node other = part(host);
                                Node set = part(names.of(link.property()) + "/" + host);
                                add(DATASET, VOID.subset.asNode(), set);
                                add(set, RDF.type.asNode(), VOID.Linkset.asNode());
                                add(set, VOID.linkPredicate.asNode(), link.property());
                                add(set, VOID.subjectsTarget.asNode(), DATASET);
                                add(set, VOID.objectsTarget.asNode(), other);
                                figure(set, VOID.triples, many);
                                add(other, RDF.type.asNode(), VOID.Dataset.asNode());
                                add(
                                        other,
                                        VOID.uriSpace.asNode(),
                                        NodeFactory.createLiteralString(link.space()));
                            });
        }

        private long of(Node one) {
            return census.things().entrySet().stream()
                    .filter(sort -> sort.getKey().classes().contains(one))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        private Node within(Node partition, Node term) {
            return Dkg.iri(partition.getURI() + "/" + names.of(term));
        }

        private void figure(Node of, Property figure, long many) {
            add(
                    of,
                    figure.asNode(),
                    NodeFactory.createLiteralDT(Long.toString(many), XSDDatatype.XSDinteger));
        }

        private void add(Node subject, Node property, Node object) {
            written.add(Triple.create(subject, property, object));
        }
    }
}
