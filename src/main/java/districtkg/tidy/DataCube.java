package districtkg.tidy;

import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import districtkg.vocab.Qudt;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The time series as an RDF Data Cube: place, indicator, year and kind (target or outcome) are its
 * dimensions, the value its measure, the unit its attribute. The observations are the statements of
 * the graph themselves. Targets without a single value, such as ranges, are not in it.
 */
public final class DataCube {
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final Node CUBE = Dkg.iri(Dkg.ROOT + "cube/series");
    private static final Node STRUCTURE = Dkg.iri(Dkg.ROOT + "cube/series-structure");
    private static final List<String> DIMENSIONS =
            List.of("place", "indicator", "year", "mainType");

    private DataCube() {}

    /**
     * Writes the cube of a table of series as Turtle.
     *
     * @param graph with the statements of the series
     */
    public static void write(Table series, GraphReader graph, OutputStream out) {
        StreamRDF rdf = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        rdf.start();
        rdf.prefix("", Dkg.NS);
        rdf.prefix("id", Dkg.ID);
        rdf.prefix("v", Dkg.VOCAB);
        rdf.prefix("qb", QB);
        rdf.prefix("unit", Qudt.UNITS);
        rdf.prefix("rdfs", RDFS.getURI());
        rdf.prefix("dcterms", DCTerms.getURI());
        structure(rdf);
        for (Object[] row : series.rows()) {
            for (String kind : List.of("Target", "Outcome")) {
                String prefix = kind.equals("Target") ? "target_" : "outcome_";
                if (series.cell(row, prefix + "value") instanceof BigDecimal value
                        && series.cell(row, prefix + "iri") instanceof String statement) {
                    observation(series, row, kind, value, Dkg.iri(statement), rdf);
                    graph.value(Dkg.iri(statement), Dkg.UNIT)
                            .ifPresent(unit -> add(rdf, Dkg.iri(statement), Dkg.UNIT, unit));
                }
            }
        }
        rdf.finish();
    }

    private static void structure(StreamRDF rdf) {
        add(rdf, CUBE, RDF.type.asNode(), qb("DataSet"));
        add(rdf, CUBE, qb("structure"), STRUCTURE);
        add(rdf, CUBE, RDFS.label.asNode(), NodeFactory.createLiteralLang("Time series", "en"));
        add(rdf, CUBE, RDFS.label.asNode(), NodeFactory.createLiteralLang("时间序列", "zh"));
        add(rdf, CUBE, DCTerms.license.asNode(), Dkg.iri(TableDescriptions.LICENSE));
        add(rdf, STRUCTURE, RDF.type.asNode(), qb("DataStructureDefinition"));
        Stream.concat(DIMENSIONS.stream(), Stream.of("value", "unit"))
                .forEach(
                        name -> {
                            Node component = Dkg.iri(Dkg.ROOT + "cube/series-" + name);
                            String sort =
                                    switch (name) {
                                        case "value" -> "measure";
                                        case "unit" -> "attribute";
                                        default -> "dimension";
                                    };
                            add(rdf, STRUCTURE, qb("component"), component);
                            add(rdf, component, qb(sort), Dkg.term(name));
                            add(
                                    rdf,
                                    Dkg.term(name),
                                    RDF.type.asNode(),
                                    qb(
                                            Character.toUpperCase(sort.charAt(0))
                                                    + sort.substring(1)
                                                    + "Property"));
                        });
    }

    private static void observation(
            Table series,
            Object[] row,
            String kind,
            BigDecimal value,
            Node statement,
            StreamRDF rdf) {
        add(rdf, statement, RDF.type.asNode(), qb("Observation"));
        add(rdf, statement, qb("dataSet"), CUBE);
        add(rdf, statement, Dkg.term("place"), Dkg.iri(Dkg.ID + series.cell(row, "place")));
        add(rdf, statement, Dkg.INDICATOR, Dkg.iri(Dkg.VOCAB + series.cell(row, "indicator")));
        add(
                rdf,
                statement,
                Dkg.term("year"),
                NodeFactory.createLiteralDT(
                        String.valueOf(series.cell(row, "year")), XSDDatatype.XSDinteger));
        add(rdf, statement, Dkg.term("mainType"), Dkg.term(kind));
        add(
                rdf,
                statement,
                Dkg.VALUE,
                NodeFactory.createLiteralDT(value.toPlainString(), XSDDatatype.XSDdecimal));
    }

    private static void add(StreamRDF rdf, Node subject, Node property, Node object) {
        rdf.triple(Triple.create(subject, property, object));
    }

    private static Node qb(String name) {
        return Dkg.iri(QB + name);
    }
}
