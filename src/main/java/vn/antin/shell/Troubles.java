package vn.antin.shell;

import java.sql.SQLTransientConnectionException;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.antin.kernel.Refusal;

/** Finds, once for all doors, the refusal that stands for what was thrown. */
@Component
class Troubles {
    /** Primary result codes (sqlite.org/rescode.html): the database could not be written to, or read. */
    private static final Set<Integer> STORAGE = Set.of(
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_READONLY.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code);

    private static final Set<Integer> TAKEN =
            Set.of(SQLiteErrorCode.SQLITE_BUSY.code, SQLiteErrorCode.SQLITE_LOCKED.code);
    private static final int PRIMARY = 0xff;

    private final RandomGenerator chance;

    Troubles(RandomGenerator chance) {
        this.chance = chance;
    }

    /** What the person is told; an incident with a number when nothing better is known. */
    Refusal reasonOf(Throwable trouble) {
        for (Throwable it = trouble; it != null; it = it.getCause()) {
            if (it instanceof Refusal refusal) {
                return refusal;
            }
            if (it instanceof SQLiteException sqlite) {
                int code = sqlite.getResultCode().code & PRIMARY;
                if (STORAGE.contains(code)) {
                    return new Refusal(ShellReason.STORAGE_FAILED, trouble);
                }
                if (TAKEN.contains(code)) {
                    return new Refusal(ShellReason.BUSY, trouble);
                }
            }
            if (it instanceof SQLTransientConnectionException || it instanceof TransactionTimedOutException) {
                return new Refusal(ShellReason.BUSY, trouble);
            }
        }
        if (trouble instanceof MaxUploadSizeExceededException) {
            return new Refusal(ShellReason.UPLOAD_TOO_LARGE, trouble);
        }
        if (trouble instanceof MultipartException
                || trouble instanceof HttpMessageNotReadableException
                || trouble instanceof TypeMismatchException) {
            return new Refusal(ShellReason.NOT_UNDERSTOOD, trouble);
        }
        var reason = trouble instanceof ErrorResponse known
                ? ShellReason.of(known.getStatusCode().value())
                : ShellReason.UNEXPECTED;
        return reason == ShellReason.UNEXPECTED
                ? new Refusal(reason, trouble, incident())
                : new Refusal(reason, trouble);
    }

    /** A number under which the log tells more. */
    String incident() {
        byte[] bytes = new byte[4];
        chance.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
