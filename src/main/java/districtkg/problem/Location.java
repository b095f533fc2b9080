package districtkg.problem;

import java.nio.file.Path;

/**
 * Where in a file something stands.
 *
 * @param line counted from 1; 0 where the syntax of the file has no lines to tell, as in RDF/XML
 * @param column counted from 1; 0 where only the line is known
 */
public record Location(Path file, long line, long column) implements Comparable<Location> {
    public Location {
        if (line < 0 || column < 0 || (line == 0 && column > 0)) {
            throw new IllegalArgumentException(
                    "no such place: line " + line + ", column " + column);
        }
    }

    /** A file as a whole. */
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

    /** As editors and terminals read it: {@code data/places.ttl:12:5}. */
    @Override
    public String toString() {
        String at = file.toString();
        if (line > 0) {
            at += ":" + line;
        }
        return column > 0 ? at + ":" + column : at;
    }
}
