/** Leads one document down the outgoing road, remembers how far it got, and goes on after a crash. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "agency",
            "template",
            "compose",
            "render",
            "check",
            "word",
            "sign",
            "register",
            "archive"
        })
package vn.antin.issue;
