package districtkg.publish;

import static districtkg.describe.DatasetTerms.CATALOG;
import static districtkg.describe.DatasetTerms.DATASET;
import static districtkg.describe.DatasetTerms.SPARQL;
import static districtkg.describe.DatasetTerms.dcat;
import static districtkg.describe.DatasetTerms.format;
import static districtkg.describe.DatasetTerms.iana;
import static districtkg.describe.DatasetTerms.sd;
import static districtkg.describe.DatasetTerms.spdx;

import districtkg.describe.VoidDescription;
import districtkg.graph.GraphReader;
import districtkg.graph.RdfSyntax;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/**
 * Descriptions of the server and its data set, with the addresses that the client uses.
 *
 * @param data includes the graph of {@link VoidDescription}
 * @param origin scheme, host and port as the client sent them: {@code http://127.0.0.1:3030}
 */
public record DatasetCatalog(DatasetGraph data, String origin) {
    /** Who publishes the data set. */
    private static final Node PUBLISHER = Dkg.iri(CATALOG.getURI() + "#publisher");

    /** The formats in which queries are answered, as W3C names them. */
    private static final List<String> RESULTS =
            Stream.concat(
                            Stream.of("JSON", "XML", "CSV", "TSV").map("SPARQL_Results_"::concat),
                            Stream.of(RdfSyntax.values()).map(RdfSyntax::w3cName))
                    .toList();

    /** The version number of the data set and the fingerprint of its content. */
    public static String version(GraphReader things) {
        return things.text(DATASET, dcat("version"));
    }

    /** The endpoint: its features and its data set (SPARQL Service Description). */
    public Graph service() {
        Graph graph = GraphFactory.createDefaultGraph();
        Node dataset = Dkg.iri(SPARQL.getURI() + "#dataset");
        graph.add(SPARQL, RDF.type.asNode(), sd("Service"));
        graph.add(SPARQL, sd("endpoint"), address("/sparql"));
        graph.add(SPARQL, sd("supportedLanguage"), sd("SPARQL11Query"));
        graph.add(SPARQL, sd("feature"), sd("UnionDefaultGraph"));
        RESULTS.forEach(name -> graph.add(SPARQL, sd("resultFormat"), format(name)));
        graph.add(SPARQL, RDFS.seeAlso.asNode(), address("/.well-known/void"));
        graph.add(SPARQL, sd("defaultDataset"), dataset);
        graph.add(dataset, RDF.type.asNode(), sd("Dataset"));
        graph.add(dataset, sd("defaultGraph"), DATASET);
        graph.add(DATASET, RDF.type.asNode(), sd("Graph"));
        graph.add(DATASET, RDF.type.asNode(), VOID.Dataset.asNode());
        graph.add(DATASET, VOID.triples.asNode(), triples(DATASET));
        data.listGraphNodes()
                .forEachRemaining(
                        name -> {
                            Node named =
                                    Dkg.iri(
                                            SPARQL.getURI()
                                                    + "#"
                                                    + name.getURI().replace(Dkg.GRAPH, ""));
                            graph.add(dataset, sd("namedGraph"), named);
                            graph.add(named, RDF.type.asNode(), sd("NamedGraph"));
                            graph.add(named, sd("name"), name);
                            graph.add(named, sd("graph"), name);
                            graph.add(name, RDF.type.asNode(), sd("Graph"));
                            graph.add(name, VOID.triples.asNode(), triples(name));
                        });
        return graph;
    }

    /** Statistics of the data set, with the addresses of its endpoint and files (VoID). */
    public Graph numbers(Downloads downloads) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node document = address("/.well-known/void");
        data.getGraph(Dkg.VOID).find().forEachRemaining(graph::add);
        identity(graph);
        graph.delete(DATASET, VOID.sparqlEndpoint.asNode(), SPARQL);
        graph.add(DATASET, VOID.sparqlEndpoint.asNode(), address("/sparql"));
        downloads.whole().stream()
                .filter(one -> one.isRdf() && one.name().startsWith(Downloads.WHOLE))
                .forEach(one -> graph.add(DATASET, VOID.dataDump.asNode(), address(one)));
        graph.add(document, RDF.type.asNode(), VOID.DatasetDescription.asNode());
        graph.add(document, FOAF.primaryTopic.asNode(), DATASET);
        return graph;
    }

    /**
     * The data set, its files and its endpoint, for catalogues (DCAT 3). Contains size and digest
     * of the files created so far.
     */
    public Graph catalog(Downloads downloads) {
        Graph graph = GraphFactory.createDefaultGraph();
        identity(graph);
        graph.add(CATALOG, RDF.type.asNode(), dcat("Catalog"));
        title(graph, CATALOG, "DistrictKG", "DistrictKG");
        describe(
                graph,
                CATALOG,
                "The DistrictKG data set, its documents, its files and its SPARQL endpoint.",
                "DistrictKG 数据集及其各文献、文件和 SPARQL 端点。");
        publisher(graph);
        graph.add(CATALOG, FOAF.homepage.asNode(), address("/"));
        graph.add(CATALOG, dcat("dataset"), DATASET);
        graph.add(CATALOG, dcat("service"), SPARQL);
        graph.add(DATASET, dcat("landingPage"), address("/download/"));
        graph.add(DATASET, VOID.triples.asNode(), triples(DATASET));
        service(graph);
        downloads.whole().forEach(one -> distribution(graph, DATASET, one, downloads));
        for (Node name : downloads.documents()) {
            Node document = downloads.document(name);
            graph.add(CATALOG, dcat("dataset"), name);
            graph.add(name, RDF.type.asNode(), dcat("Dataset"));
            graph.add(name, DCTerms.isPartOf.asNode(), DATASET);
            graph.add(name, DCTerms.subject.asNode(), document);
            graph.add(name, VOID.triples.asNode(), triples(name));
            document(graph, name, document);
            downloads.of(name).forEach(one -> distribution(graph, name, one, downloads));
        }
        return graph;
    }

    /** The properties that DCAT-AP requires of the data set of a document. */
    private void document(Graph graph, Node name, Node document) {
        GraphReader things = new GraphReader(data.getDefaultGraph());
        String english = things.text(document, RDFS.label.asNode(), Language.EN);
        String chinese = things.text(document, RDFS.label.asNode(), Language.ZH);
        title(graph, name, english, chinese);
        describe(
                graph,
                name,
                "What DistrictKG holds of the document “"
                        + english
                        + "”: its sections, passages and statements.",
                "DistrictKG 对文献《" + chinese + "》的收录：章节、文段与陈述。");
        graph.add(name, DCTerms.publisher.asNode(), PUBLISHER);
        licences().forEach(licence -> graph.add(name, DCTerms.license.asNode(), licence));
    }

    private static void publisher(Graph graph) {
        graph.add(PUBLISHER, RDF.type.asNode(), FOAF.Agent.asNode());
        for (Node name :
                List.of(
                        NodeFactory.createLiteralLang("The DistrictKG project", "en"),
                        NodeFactory.createLiteralLang("DistrictKG 项目", "zh"))) {
            graph.add(PUBLISHER, FOAF.name.asNode(), name);
        }
        graph.add(CATALOG, DCTerms.publisher.asNode(), PUBLISHER);
        graph.add(DATASET, DCTerms.publisher.asNode(), PUBLISHER);
    }

    private List<Node> licences() {
        return data.getDefaultGraph().stream(DATASET, DCTerms.license.asNode(), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }

    /** The metadata of the data set from the catalogue, and its version. */
    private void identity(Graph graph) {
        Graph all = data.getDefaultGraph();
        Graph numbers = data.getGraph(Dkg.VOID);
        all.find(DATASET, Node.ANY, Node.ANY)
                .filterDrop(numbers::contains)
                .forEachRemaining(graph::add);
        for (Node said : List.of(dcat("version"), dcat("hasCurrentVersion"))) {
            numbers.find(DATASET, said, Node.ANY).forEachRemaining(graph::add);
        }
        all.find(DATASET, DCTerms.temporal.asNode(), Node.ANY)
                .forEachRemaining(
                        period ->
                                all.find(period.getObject(), Node.ANY, Node.ANY)
                                        .forEachRemaining(graph::add));
    }

    private void service(Graph graph) {
        graph.add(SPARQL, RDF.type.asNode(), dcat("DataService"));
        title(graph, SPARQL, "SPARQL endpoint of DistrictKG", "DistrictKG 的 SPARQL 端点");
        describe(
                graph,
                SPARQL,
                "Answers SPARQL 1.2 queries about the data set; reads only.",
                "回答对数据集的 SPARQL 1.2 查询；只读。");
        graph.add(SPARQL, dcat("endpointURL"), address("/sparql"));
        graph.add(SPARQL, dcat("endpointDescription"), address("/sparql"));
        graph.add(SPARQL, dcat("servesDataset"), DATASET);
        graph.add(
                SPARQL,
                DCTerms.conformsTo.asNode(),
                Dkg.iri("https://www.w3.org/TR/sparql11-protocol/"));
    }

    private void distribution(Graph graph, Node of, Download one, Downloads downloads) {
        Node self = Dkg.iri(Dkg.ROOT + "download/" + one.path());
        graph.add(of, dcat("distribution"), self);
        graph.add(self, RDF.type.asNode(), dcat("Distribution"));
        graph.add(self, DCTerms.title.asNode(), text(one.path()));
        graph.add(self, dcat("accessURL"), address("/download/"));
        graph.add(self, dcat("downloadURL"), address(one));
        graph.add(self, dcat("mediaType"), iana(one.type()));
        if (one.compressed()) {
            graph.add(self, dcat("compressFormat"), iana("application/gzip"));
        }
        licences().forEach(licence -> graph.add(self, DCTerms.license.asNode(), licence));
        Optional<DownloadCache.Made> made = downloads.made(one);
        made.ifPresent(
                file -> {
                    Node sum = Dkg.iri(self.getURI() + "#sha256");
                    graph.add(
                            self,
                            dcat("byteSize"),
                            NodeFactory.createLiteralDT(
                                    Long.toString(file.size()), XSDDatatype.XSDnonNegativeInteger));
                    graph.add(self, spdx("checksum"), sum);
                    graph.add(sum, RDF.type.asNode(), spdx("Checksum"));
                    graph.add(sum, spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
                    graph.add(
                            sum,
                            spdx("checksumValue"),
                            NodeFactory.createLiteralDT(file.hex(), XSDDatatype.XSDhexBinary));
                });
    }

    private static void title(Graph graph, Node of, String english, String chinese) {
        graph.add(of, DCTerms.title.asNode(), NodeFactory.createLiteralLang(english, "en"));
        graph.add(of, DCTerms.title.asNode(), NodeFactory.createLiteralLang(chinese, "zh"));
    }

    private static void describe(Graph graph, Node of, String english, String chinese) {
        graph.add(of, DCTerms.description.asNode(), NodeFactory.createLiteralLang(english, "en"));
        graph.add(of, DCTerms.description.asNode(), NodeFactory.createLiteralLang(chinese, "zh"));
    }

    private Node triples(Node of) {
        return data.getGraph(Dkg.VOID).stream(of, VOID.triples.asNode(), Node.ANY)
                .findFirst()
                .orElseThrow()
                .getObject();
    }

    private Node address(Download one) {
        return address("/download/" + one.path());
    }

    private Node address(String path) {
        return Dkg.iri(origin + path);
    }

    private static Node text(String words) {
        return NodeFactory.createLiteralString(words);
    }
}
