# A driver for LWP::UserAgent: the line protocol (docs/protocol.md) on standard input and output.
use strict;
use warnings;
use HTTP::Cookies;
use HTTP::Request;
use IO::Socket::IP;
use JSON::PP;
use LWP::UserAgent;
use MIME::Base64 qw(decode_base64 encode_base64);

my $json = JSON::PP->new->utf8;
open my $protocol, '>&', \*STDOUT or die $!;
open STDOUT, '>&', \*STDERR or die $!; # what the client prints must not mix with the protocol
$protocol->autoflush(1);

my (%names, $root, $kept); # of the running scenario

sub say_line { print $protocol $json->encode($_[0]), "\n" }

# Below the client: virtual addresses are mapped to loopback, all others are reported and refused.
my $configure = \&IO::Socket::IP::configure;
{
    no warnings 'redefine';
    *IO::Socket::IP::configure = sub {
        my ($self, $options) = @_;
        my ($host, $port) = ($options->{PeerAddr} // $options->{PeerHost}, $options->{PeerPort});
        return $configure->($self, $options) unless defined $host;
        ($host, $port) = ($1, $2) if !defined $port && $host =~ /^(.*):(\d+)$/;
        my $address = lc($host =~ s/^\[|\]$|\.$//gr) . ':' . ($port =~ s/\D.*//r);
        if (!$names{$address}) {
            say_line({ blocked => $address });
            $@ = "EBLOCKED $address is not an origin of this scenario";
            return;
        }
        delete $options->{PeerHost};
        return $configure->($self, { %$options, PeerAddr => '127.0.0.1', PeerPort => $names{$address} });
    };
}

sub agent {
    my ($request) = @_;
    my $agent = LWP::UserAgent->new(ssl_opts => { SSL_ca_file => $root });
    $agent->max_redirect($request->{maxRedirects}) if defined $request->{maxRedirects};
    $agent->max_size($request->{maxBytes}) if defined $request->{maxBytes};
    if (my $proxy = $request->{proxy}) {
        $agent->proxy($_, $proxy->{$_}) for grep { $proxy->{$_} } qw(http https);
        $agent->no_proxy(@{ $proxy->{bypass} });
    }
    if (my $own = $request->{clientCertificate}) {
        $agent->ssl_opts(SSL_cert_file => home_file('client.pem', $own->{cert}), SSL_key_file => home_file('client-key.pem', $own->{key}));
    }
    return $agent;
}

sub home_file {
    my ($name, $text) = @_;
    open my $file, '>', "$ENV{HOME}/$name" or die $!;
    print $file $text;
    close $file;
    return "$ENV{HOME}/$name";
}

sub set_content {
    my ($sent, $body) = @_;
    return unless $body;
    if (my $parts = $body->{stream}) {
        my @left = @$parts;
        $sent->content(sub { @left ? decode_base64(shift @left) : '' });
    }
    else {
        $sent->content(decode_base64($body->{base64}));
    }
}

sub send_request {
    my ($call, $request) = @_;
    my $agent = $kept // agent($request);
    my $sent = HTTP::Request->new($request->{method} => $request->{url});
    $sent->push_header(@$_) for @{ $request->{headers} };
    $sent->authorization_basic(@{ $request->{auth} }{qw(username password)}) if $request->{auth};
    set_content($sent, $request->{body});
    my $manual = ($request->{redirect} // '') eq 'manual';
    my $answer = $manual ? $agent->simple_request($sent) : $agent->request($sent);

    # An answer that LWP made itself: the client failed.
    if (($answer->header('Client-Warning') // '') eq 'Internal response') {
        my $message = $answer->status_line . ' ' . ($answer->decoded_content // '');
        # The name of the protocol in it says nothing: the proxy refused the tunnel.
        my @class = $message =~ /SSL tunnel failed/ ? (class => 'connection') : ();
        return { error => { name => 'LWP', message => $message }, @class };
    }
    my $body = $answer->decoded_content(charset => 'none') // $answer->content;
    my @fields;
    # The length of the content of a data: URL is a number.
    $answer->headers->scan(sub { push @fields, [map { "$_" } @_] unless $_[0] =~ /^Client-/i });
    return {
        response => {
            status => int $answer->code,
            headers => \@fields,
            body => { base64 => encode_base64($body, '') },
            url => '' . $answer->request->uri,
            redirected => $answer->redirects ? JSON::PP::true : JSON::PP::false,
            history => [map { { status => int $_->code, url => '' . $_->request->uri } } $answer->redirects],
        },
    };
}

while (my $line = <STDIN>) {
    # JSON::PP takes seconds for a long text, so the body is taken out before.
    my $body = $line =~ s/"base64":"([^"]*)"/"base64":""/ ? $1 : undef;
    my $message = $json->decode($line);
    $message->{send}{request}{body}{base64} = $body if defined $body && $message->{send};
    if ($message->{hello}) {
        say_line({ ready => {
            protocol => 1,
            name => 'perl/lwp',
            version => LWP::UserAgent->VERSION,
            runtime => sprintf('perl %vd', $^V),
            follows => JSON::PP::true,
            capabilities => [qw(manual max-redirects auth cookie-jar agent proxy http-proxy-only client-certificate stream-body)],
        } });
    }
    elsif (my $open = $message->{open}) {
        %names = %{ $open->{names} };
        $root = home_file('root.pem', $open->{ca});
        my %needs = map { $_ => 1 } @{ $open->{needs} };
        $kept = $needs{'cookie-jar'} || $needs{agent} ? agent({}) : undef;
        $kept->cookie_jar({}) if $needs{'cookie-jar'};
        # Its calls come one after the other, so it needs no more than one connection to each origin.
        $kept->conn_cache({ total_capacity => 10 }) if $needs{agent};
        say_line({ opened => $open->{scenario} });
    }
    elsif (my $send = $message->{send}) {
        my $answer = eval { send_request($send->{id}, $send->{request}) } // { error => { name => 'die', message => "$@" } };
        say_line({ id => $send->{id}, %$answer });
    }
    elsif (my $close = $message->{close}) {
        undef $kept;
        say_line({ closed => $close->{scenario} });
    }
}
