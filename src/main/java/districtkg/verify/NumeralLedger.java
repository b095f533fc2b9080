package districtkg.verify;

import districtkg.text.Span;
import districtkg.text.Token;
import districtkg.verify.document.VerifiedDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts for every numeral of the text: part of a statement, a name or an idiom, outside the
 * body, or not yet read.
 */
final class NumeralLedger {
    private final VerifiedDocument subject;
    private int ofStatements;
    private int ofNames;
    private int ofIdioms;
    private int furniture;
    private int notYetRead;
    private final List<Span> unaccounted = new ArrayList<>();

    /**
     * @param proven the positions of the numerals of statements
     */
    NumeralLedger(VerifiedDocument subject, List<Span> proven) {
        this.subject = subject;
        Span body = subject.body();
        for (Token token : Token.in(subject.text().words())) {
            if (!body.covers(token.span())) {
                furniture++;
            } else if (token.span().coveredBy(proven)) {
                ofStatements++;
            } else if (idiom(token.span())) {
                ofIdioms++;
            } else if (token.span().coveredBy(subject.names())) {
                ofNames++;
            } else if (!subject.sections().entered(token.span())) {
                notYetRead++;
            } else {
                unaccounted(token);
            }
        }
    }

    int ofStatements() {
        return ofStatements;
    }

    int ofNames() {
        return ofNames;
    }

    int ofIdioms() {
        return ofIdioms;
    }

    /** The number of numerals outside the body. */
    int furniture() {
        return furniture;
    }

    /** The number of numerals in sections that have not been entered. */
    int notYetRead() {
        return notYetRead;
    }

    private boolean idiom(Span token) {
        return subject.passages().entrySet().stream()
                .anyMatch(
                        passage ->
                                subject.isIdiom(passage.getKey())
                                        && passage.getValue().covers(token));
    }

    /** The numerals that nothing accounts for. */
    List<Span> unaccounted() {
        return unaccounted;
    }

    private void unaccounted(Token token) {
        unaccounted.add(token.span());
        int start = Math.max(0, token.span().start() - 8);
        int end = Math.min(subject.text().length(), token.span().end() + 8);
        subject.fault(
                "numeral-unaccounted",
                subject.document(),
                "Nothing accounts for “"
                        + token.words()
                        + "” at "
                        + token.span().start()
                        + ","
                        + token.span().end()
                        + " (“"
                        + subject.text().words(start, end).replaceAll("\\s+", " ")
                        + "”).",
                "enter the statement that it belongs to, the mention whose name it is part of, or an :Idiom passage");
    }
}
