package districtkg.index.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads what a {@link SnapshotOutput} wrote. {@link #check} compares the checksum of the whole
 * file, so that no part of a damaged file need be read. Not thread-safe.
 */
public final class SnapshotInput implements Closeable {
    private final FileChannel file;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    private SnapshotInput(FileChannel file) {
        this.file = file;
        buffer.limit(0);
    }

    /**
     * Opens a file. Nothing of it is checked before {@link #check}.
     *
     * @throws IOException if it cannot be read
     */
    public static SnapshotInput open(Path path) throws IOException {
        return new SnapshotInput(FileChannel.open(path, StandardOpenOption.READ));
    }

    /** The length of the file in bytes. */
    public long size() throws IOException {
        return file.size();
    }

    /**
     * Compares the length and the checksum of the whole file, and goes back to its beginning.
     *
     * @throws DamagedFileException if the file is not as it was written
     */
    public void check() throws IOException {
        file.position(0);
        long left = file.size() - SnapshotOutput.FOOTER;
        if (left < 0) {
            throw new DamagedFileException("it was cut off after " + file.size() + " bytes");
        }
        CRC32C checksum = new CRC32C();
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            left -= buffer.limit();
            fill();
            checksum.update(buffer);
        }
        buffer.clear().limit(SnapshotOutput.FOOTER);
        fill();
        long length = buffer.getLong();
        boolean same = buffer.getLong() == checksum.getValue();
        if (length != file.size()) {
            throw new DamagedFileException(
                    "it has "
                            + file.size()
                            + " bytes, and not as many as its end states; it was cut off or altered");
        }
        if (!same) {
            throw new DamagedFileException("its checksum does not match its content");
        }
        file.position(0);
        buffer.limit(0);
    }

    /** Fills the buffer to its limit. */
    private void fill() throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new DamagedFileException("it has become shorter");
            }
        }
        buffer.flip();
    }

    /** Reads a number. */
    public int number() throws IOException {
        return next(Integer.BYTES).getInt();
    }

    /** Reads characters. */
    public String words() throws IOException {
        return new String(bytes(number()), StandardCharsets.UTF_8);
    }

    /** So many bytes. */
    public byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[held(length, 1)];
        for (int at = 0; at < length; ) {
            ByteBuffer some = next(1);
            int count = Math.min(some.remaining(), length - at);
            some.get(bytes, at, count);
            at += count;
        }
        return bytes;
    }

    /** An array of numbers, with its length before it. */
    public int[] ints() throws IOException {
        int[] numbers = new int[held(number(), Integer.BYTES)];
        for (int at = 0; at < numbers.length; ) {
            ByteBuffer some = next(Integer.BYTES);
            int count = Math.min(some.remaining() / Integer.BYTES, numbers.length - at);
            some.asIntBuffer().get(numbers, at, count);
            some.position(some.position() + count * Integer.BYTES);
            at += count;
        }
        return numbers;
    }

    /** An array of long numbers, with its length before it. */
    public long[] longs() throws IOException {
        long[] numbers = new long[held(number(), Long.BYTES)];
        for (int at = 0; at < numbers.length; ) {
            ByteBuffer some = next(Long.BYTES);
            int count = Math.min(some.remaining() / Long.BYTES, numbers.length - at);
            some.asLongBuffer().get(numbers, at, count);
            some.position(some.position() + count * Long.BYTES);
            at += count;
        }
        return numbers;
    }

    /** A number of elements of so many bytes each, which cannot be more than the file has. */
    private int held(int count, int width) throws IOException {
        if (count < 0 || (long) count * width > file.size()) {
            throw new DamagedFileException("it announces more than it holds");
        }
        return count;
    }

    /** The buffer with at least so many bytes to read. */
    private ByteBuffer next(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                if (file.read(buffer) < 0) {
                    throw new DamagedFileException("it ends too early");
                }
            }
            buffer.flip();
        }
        return buffer;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
