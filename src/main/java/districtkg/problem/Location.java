package districtkg.problem;

import java.nio.file.Path;

/**
 * A position in a file.
 *
 * @param line from 1; 0 if the parser knows no lines, as for RDF/XML
 * @param column from 1; 0 if only the line is known
 */
public record Location(Path file, long line, long column) implements Comparable<Location> {
    /** Refuses negative positions, and a column without a line. */
    public Location {
        if (line < 0 || column < 0 || (line == 0 && column > 0)) {
            throw new IllegalArgumentException(
                    "no such place: line " + line + ", column " + column);
        }
    }

    /** A complete file. */
    public static Location of(Path file) {
        return new Location(file, 0, 0);
    }

    /** A line of a file. */
    public static Location of(Path file, long line) {
        return new Location(file, line, 0);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Long.compare(line, other.line);
        return byLine != 0 ? byLine : Long.compare(column, other.column);
    }

    /** The format that editors and terminals recognize: {@code data/places.ttl:12:5}. */
    @Override
    public String toString() {
        String at = file.toString();
        if (line > 0) {
            at += ":" + line;
        }
        return column > 0 ? at + ":" + column : at;
    }
}
