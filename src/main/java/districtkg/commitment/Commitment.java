package districtkg.commitment;

import districtkg.text.Span;
import java.util.List;

/**
 * A clause of a plan that can be checked later and has no figure.
 *
 * @param span its position, in code points of the passage
 * @param text its words, without footnote marks
 * @param strength how firmly it promises
 * @param sureness confidence of the finder, from 0 to 1; not calibrated
 * @param doubts why it may be wrong, as short phrases
 */
public record Commitment(
        Span span, String text, Strength strength, double sureness, List<String> doubts) {}
