package districtkg.source.rdf;

import districtkg.graph.XmlCharacters;
import districtkg.problem.Fault;
import districtkg.problem.Fault.Severity;
import districtkg.problem.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Finds terms that not every published syntax can write: triple terms and base directions of RDF
 * 1.2, which JSON-LD 1.1 and RDF/XML 1.1 do not have, and characters that XML 1.0 does not have.
 */
public final class UnpublishableTerms {
    /** A term that cannot be published. */
    private enum Defect {
        TRIPLE_TERM(
                "triple-term",
                "a triple term <<( … )>> is RDF 1.2, and not every published syntax can write it",
                "state it by a separate resource, with one triple for each part"),
        BASE_DIRECTION(
                "base-direction",
                "a text with a base direction (@en--ltr) is RDF 1.2, and not every published syntax can write it",
                "leave the direction out: write @en"),
        ILLEGAL_CHARACTER(
                "illegal-character",
                "a term has a control character or half a surrogate pair, which XML 1.0 cannot carry",
                "take the character out");

        private final String code;
        private final String what;
        private final String fix;

        Defect(String code, String what, String fix) {
            this.code = code;
            this.what = what;
            this.fix = fix;
        }
    }

    private UnpublishableTerms() {}

    /**
     * What is wrong with a triple, if anything.
     *
     * @param places gives the lines of the triple; asked only if there is a fault
     */
    public static Optional<Fault> in(Triple triple, Function<Triple, List<Location>> places) {
        return defect(triple).map(defect -> fault(defect, triple, places.apply(triple)));
    }

    private static Fault fault(Defect defect, Triple triple, List<Location> places) {
        Optional<String> subject =
                triple.getSubject().isURI() && XmlCharacters.legal(triple.getSubject().getURI())
                        ? Optional.of("<" + triple.getSubject().getURI() + ">")
                        : Optional.empty();
        return new Fault(defect.code, Severity.ERROR, places, subject, defect.what, defect.fix);
    }

    private static Optional<Defect> defect(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .flatMap(term -> defect(term).stream())
                .findFirst();
    }

    private static Optional<Defect> defect(Node term) {
        if (term.isTripleTerm()) {
            return Optional.of(Defect.TRIPLE_TERM);
        }
        if (term.isURI()) {
            return XmlCharacters.legal(term.getURI())
                    ? Optional.empty()
                    : Optional.of(Defect.ILLEGAL_CHARACTER);
        }
        if (!term.isLiteral()) {
            return Optional.empty();
        }
        if (term.getLiteralBaseDirection() != null) {
            return Optional.of(Defect.BASE_DIRECTION);
        }
        return XmlCharacters.legal(term.getLiteralLexicalForm())
                ? Optional.empty()
                : Optional.of(Defect.ILLEGAL_CHARACTER);
    }
}
