package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.derive.VerdictsTest;
import districtkg.question.Questions;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.io.StreamDocumentSource;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** The ontology is sound, and nothing in it is idle. */
class OntologyTest {
    /**
     * Terms of machine-read drafts. Drafts are never served, so no data and no question has them.
     */
    private static final Set<String> OF_DRAFTS =
            Set.of("DraftStatement", "proposedAs", "printedIndicator", "reviewed", "sure", "doubt");

    /** What is said of terms themselves. */
    private static final Set<Node> OF_TERMS =
            Set.of(Dkg.term("derivedBy"), Dkg.term("tolerance"), Dkg.term("wording"));

    private static final Sources REAL = Fixture.real();

    @Test
    void itIsOwl2DlAndConsistentAndEveryClassCanHaveMembers() throws Exception {
        OWLOntology ontology = owl(only(REAL, Set.of(SourceRole.TERMS, SourceRole.ALIGNMENTS)));
        OWLReasoner reasoner = reasoner(ontology);

        assertThat(ontology.getClassesInSignature()).hasSizeGreaterThan(40);
        assertThat(new OWL2DLProfile().checkOntology(ontology).getViolations()).isEmpty();
        assertThat(reasoner.isConsistent()).isTrue();
        assertThat(
                        reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom().stream()
                                .map(OWLClass::getIRI))
                .isEmpty();
    }

    @Test
    void theDataAreConsistentWithTheOntology() throws Exception {
        assertThat(reasoner(owl(individuals(REAL.asserted()))).isConsistent()).isTrue();
    }

    @Test
    void aThingOfDisjointClassesIsInconsistent() throws Exception {
        Graph graph = individuals(REAL.asserted());
        graph.add(Dkg.iri(Dkg.ID + "lusong"), RDF.type.asNode(), Dkg.term("Organization"));

        assertThat(reasoner(owl(graph)).isConsistent()).isFalse();
    }

    @Test
    void aThingInAnOrganizationIsInconsistent() throws Exception {
        Graph graph = individuals(REAL.asserted());
        graph.add(Dkg.iri(Dkg.ID + "lusong-airport"), Dkg.term("in"), Dkg.iri(Dkg.ID + "rednet"));

        assertThat(reasoner(owl(graph)).isConsistent()).isFalse();
    }

    @Test
    void everyTermIsUsedInDataOrTests() throws Exception {
        Set<String> used = new TreeSet<>();
        Sources tables = tables();
        Graph ofTables =
                districtkg.dataset.DatasetBuilder.of(tables, Fixture.derived(tables))
                        .getDefaultGraph();
        for (Graph all : List.of(Fixture.realGraph(), Fixture.yunheGraph(), ofTables)) {
            all.stream()
                    .filter(
                            triple ->
                                    !triple.getSubject().toString().startsWith(Dkg.NS)
                                            || OF_TERMS.contains(triple.getPredicate()))
                    .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject()))
                    .forEach(node -> used.add(node.toString()));
        }
        VerdictsTest.derivedCases().stream()
                .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject()))
                .forEach(node -> used.add(node.toString()));
        Set<String> lists =
                Set.of(
                        "Status",
                        "Bound",
                        "Strength",
                        "Verdict",
                        "Reason",
                        "Measure",
                        "PriceBasis",
                        "Direction",
                        "Reliability",
                        "Doubt",
                        "Likelihood",
                        "PeriodKind");

        assertThat(terms())
                .hasSizeGreaterThan(140)
                .allSatisfy(
                        term ->
                                assertThat(
                                                lists.contains(term)
                                                        || OF_DRAFTS.contains(term)
                                                        || used.contains(Dkg.NS + term))
                                        .as(term)
                                        .isTrue());
    }

    @Test
    void everyClassAndPropertyIsUsedInAQuestion() {
        String questions =
                Questions.in(Fixture.ONTOLOGY.resolve("questions")).stream()
                        .map(Questions.Question::text)
                        .collect(Collectors.joining("\n"));
        Graph terms = only(REAL, Set.of(SourceRole.TERMS));

        assertThat(terms())
                .filteredOn(
                        term ->
                                terms.stream(Dkg.term(term), RDF.type.asNode(), Node.ANY)
                                        .anyMatch(
                                                triple ->
                                                        triple.getObject()
                                                                .getURI()
                                                                .startsWith(OWL.NS)))
                .filteredOn(term -> !OF_DRAFTS.contains(term))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        term ->
                                assertThat(
                                                Pattern.compile("(?<![\\w:]):" + term + "\\b")
                                                        .matcher(questions)
                                                        .find())
                                        .as(term)
                                        .isTrue());
    }

    @Test
    void aDerivedPropertyNamesRulesThatExist() {
        List<String> rules =
                Fixture.rules(REAL).strata().stream()
                        .flatMap(List::stream)
                        .map(districtkg.derive.Rule::name)
                        .toList();

        assertThat(
                        REAL.asserted().stream(Node.ANY, Dkg.term("derivedBy"), Node.ANY)
                                .map(triple -> triple.getObject().getLiteralLexicalForm()))
                .isNotEmpty()
                .allSatisfy(
                        name ->
                                assertThat(rules)
                                        .anyMatch(
                                                rule ->
                                                        rule.equals(name)
                                                                || (name.endsWith("/*.rq")
                                                                        && rule.startsWith(
                                                                                name.replace(
                                                                                        "*.rq",
                                                                                        "")))));
    }

    @Test
    void theCodeNamesOnlyTermsThatExist() throws IllegalAccessException {
        int named = 0;
        for (Field field : Dkg.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.get(null) instanceof Node node
                    && node.getURI().startsWith(Dkg.NS)) {
                assertThat(terms()).contains(node.getURI().substring(Dkg.NS.length()));
                named++;
            }
        }
        assertThat(named).isGreaterThan(30);
    }

    @Test
    void itKnowsNoDistrict() throws Exception {
        try (Stream<Path> files = java.nio.file.Files.walk(Fixture.ONTOLOGY)) {
            List<Path> ours = files.filter(file -> file.toString().endsWith(".ttl")).toList();
            assertThat(ours)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(
                            file ->
                                    assertThat(file)
                                            .content()
                                            .doesNotContainIgnoringCase("lusong")
                                            .doesNotContain("芦淞"));
        }
    }

    @Test
    void whatReadersSeeHasNoBlankNodeAndNoTripleTerm() {
        Graph all = Fixture.realGraph();

        assertThat(
                        all.stream()
                                .flatMap(
                                        triple ->
                                                Stream.of(triple.getSubject(), triple.getObject())))
                .isNotEmpty()
                .noneMatch(node -> node.isBlank() || node.isTripleTerm());
    }

    private static List<String> terms() {
        return only(REAL, Set.of(SourceRole.TERMS)).stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(Dkg.NS))
                .map(node -> node.getURI().substring(Dkg.NS.length()))
                .distinct()
                .toList();
    }

    private static Graph only(Sources sources, Set<SourceRole> roles) {
        Graph graph = new GraphMemFast();
        sources.files().stream()
                .filter(
                        file ->
                                roles.contains(file.role())
                                        && !file.path().endsWith("prefixes.ttl"))
                .map(SourceFile::graph)
                .forEach(part -> part.stream().forEach((Triple triple) -> graph.add(triple)));
        return graph;
    }

    /**
     * Without literals: years and days are outside the datatypes of OWL 2, and no axiom is about a
     * literal.
     */
    private static Graph individuals(Graph graph) {
        Graph without = new GraphMemFast();
        graph.stream()
                .filter(triple -> !triple.getObject().isLiteral())
                .forEach((Triple triple) -> without.add(triple));
        return without;
    }

    private static OWLOntology owl(Graph graph) throws OWLOntologyCreationException {
        ByteArrayOutputStream rdfXml = new ByteArrayOutputStream();
        graph.find(Node.ANY, OWL.imports.asNode(), Node.ANY).toList().forEach(graph::delete);
        RDFDataMgr.write(rdfXml, graph, Lang.RDFXML);
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        return manager.loadOntologyFromOntologyDocument(
                new StreamDocumentSource(
                        new ByteArrayInputStream(
                                rdfXml.toString(StandardCharsets.UTF_8)
                                        .getBytes(StandardCharsets.UTF_8)),
                        org.semanticweb.owlapi.model.IRI.create("urn:test"),
                        new RDFXMLDocumentFormat(),
                        null));
    }

    private static OWLReasoner reasoner(OWLOntology ontology) {
        return new Reasoner(new Configuration(), ontology);
    }

    private static Sources tables() {
        return Sources.read(
                List.of(
                        Fixture.ONTOLOGY,
                        Fixture.DATA.resolve("lists"),
                        Fixture.DATA.resolve("places"),
                        Path.of("data/reports/130608"),
                        Path.of("data/reports/130630")));
    }
}
