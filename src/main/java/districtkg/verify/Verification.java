package districtkg.verify;

import districtkg.problem.Fault;
import districtkg.source.Sources;
import districtkg.source.TripleLocations;
import districtkg.text.Span;
import districtkg.text.Text;
import districtkg.verify.document.CuratedFacts;
import districtkg.verify.document.VerifiedDocument;
import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * Result of verifying data against source texts.
 *
 * @param faults everything that a text contradicts, in the order of files and lines
 * @param proofs what was proven, for each document with a text
 * @param withoutText documents without a text, of which nothing was verified
 * @param cited number of statements without a text, which can only be looked up
 */
public record Verification(
        List<Fault> faults, List<Proof> proofs, List<String> withoutText, int cited) {
    /**
     * Verifies data against texts.
     *
     * @param texts the text of each document, by the document's IRI
     */
    public static Verification of(Sources sources, Map<String, Text> texts) {
        return of(sources.withIdioms(), new TripleLocations(sources), texts);
    }

    static Verification of(Graph asserted, TripleLocations lines, Map<String, Text> texts) {
        CuratedFacts facts = new CuratedFacts(asserted);
        List<Fault> faults = new ArrayList<>();
        List<Proof> proofs = new ArrayList<>();
        List<String> withoutText = new ArrayList<>();
        for (Node document : facts.subjects(RDF.type.asNode(), Dkg.DOCUMENT)) {
            Text text = texts.get(document.getURI());
            if (text == null) {
                withoutText.add(document.getURI());
            } else {
                VerifiedDocument subject = new VerifiedDocument(facts, lines, document, text);
                proofs.add(prove(subject));
                faults.addAll(subject.faults());
            }
        }
        int proven = proofs.stream().mapToInt(Proof::statements).sum();
        return new Verification(
                faults.stream().distinct().sorted().toList(),
                proofs,
                withoutText,
                facts.statements(Node.ANY).size() - proven);
    }

    /**
     * The numerals of a text that nothing in the data accounts for, in the order of the text.
     *
     * @param document the IRI of its document
     */
    public static List<Span> unaccounted(Sources sources, String document, Text text) {
        VerifiedDocument subject =
                new VerifiedDocument(
                        new CuratedFacts(sources.withIdioms()),
                        new TripleLocations(sources),
                        Dkg.iri(document),
                        text);
        List<Span> proven = new ArrayList<>(new FigureVerifier(subject).proven());
        proven.addAll(new RankingVerifier(subject).proven());
        proven.addAll(new DateVerifier(subject).proven());
        return new NumeralLedger(subject, proven).unaccounted();
    }

    private static Proof prove(VerifiedDocument subject) {
        OutlineVerifier.check(subject);
        PassageVerifier.check(subject);
        FigureVerifier figures = new FigureVerifier(subject);
        RankingVerifier standings = new RankingVerifier(subject);
        StrengthVerifier.check(subject);
        DateVerifier dates = new DateVerifier(subject);
        MentionVerifier names = new MentionVerifier(subject);
        LabelVerifier.check(subject);
        List<Span> proven = new ArrayList<>(figures.proven());
        proven.addAll(standings.proven());
        proven.addAll(dates.proven());
        NumeralLedger ledger = new NumeralLedger(subject, proven);
        return new Proof(
                subject.document().getURI(),
                subject.text().length(),
                subject.passages().size(),
                subject.statements().size(),
                figures.count(),
                names.mentions(),
                new Proof.Numerals(
                        ledger.ofStatements(),
                        ledger.ofNames(),
                        ledger.ofIdioms(),
                        ledger.furniture(),
                        ledger.notYetRead()),
                Unproven.of(subject));
    }
}
