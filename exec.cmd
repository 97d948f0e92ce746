@rem npm starts scripts through cmd.exe here, which has no "exec"; other systems need it so that a signal to npm reaches the server.
@%*
